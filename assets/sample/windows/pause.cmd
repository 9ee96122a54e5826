@echo off
rem Without a console, timeout does not wait; ping does.
if not "%SAMPLE_PAUSE%"=="0" ping -n 2 127.0.0.1 >nul
