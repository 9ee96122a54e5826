@echo off
echo Building on Windows
call windows\pause.cmd
copy /y windows\greet.cmd greet.cmd >nul || exit /b 1
call windows\pause.cmd
echo Built.
