@echo off
if not defined SentimentWatch__Data set "SentimentWatch__Data=%~dp0.data"
dotnet run -c Release --project "%~dp0functions\SelfHost" --no-launch-profile -v q -- %*
