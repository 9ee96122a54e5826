@echo off
for %%f in (greet.cmd report.txt) do if exist %%f (
    del %%f
    echo removed %%f
    call windows\pause.cmd
)
echo Clean.
