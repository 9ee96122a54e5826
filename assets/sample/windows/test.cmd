@echo off
rem Greets a few names and looks at the answers. What was found is written to report.txt too.
setlocal
set tests=0
set failures=0
type nul >report.txt
call :expect "Hello, world!"
call :expect "Hello, Ada!" Ada
call :expect "Hello, Grace Hopper!" "Grace Hopper"
echo %tests% tests, %failures% failures
echo %tests% tests, %failures% failures>>report.txt
if not "%failures%"=="0" exit /b 1
exit /b 0

:expect
set /a tests+=1
set answer=
for /f "delims=" %%a in ('greet.cmd %2') do set answer=%%a
if "%answer%"=="%~1" (set line=ok %tests% - %answer%) else (set /a failures+=1 & set line=not ok %tests% - got %answer%)
echo %line%
echo %line%>>report.txt
call windows\pause.cmd
exit /b 0
