@echo off
echo Looking for lines of more than 72 characters
call windows\pause.cmd
findstr /n /r "^........................................................................." notes.txt
if not errorlevel 1 exit /b 1
exit /b 0
