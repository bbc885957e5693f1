@echo off
rem Starts Setu: finds a Java that is new enough and hands over to it.
rem SETU_JAVA names a Java folder to use; SETU_JAVA_OPTIONS holds further options for it.
setlocal EnableExtensions DisableDelayedExpansion
set "needed=25"
for %%I in ("%~dp0..") do set "setu=%%~fI"
set "java="

if not defined SETU_JAVA goto find
set "named=%SETU_JAVA:"=%"
call :suits "%named%"
if defined java goto start
>&2 echo setu: SETU_JAVA names "%named%", which holds no Java %needed% or newer with the Vector API: name the folder of one, or unset SETU_JAVA.
exit /b 1

:find
call :suits "%setu%\runtime"
if defined JAVA_HOME call :suits "%JAVA_HOME:"=%"
rem "where" names every Java on the path, but loses letters that the console's code page has not.
for %%J in (java.exe) do if not "%%~$PATH:J"=="" call :suits "%%~dp$PATH:J.."
for /f "delims=" %%J in ('where java 2^>nul') do call :suits "%%~dpJ.."
for %%P in (
  "%ProgramFiles%\Eclipse Adoptium"
  "%ProgramFiles%\Java"
  "%ProgramFiles%\Microsoft"
  "%ProgramFiles%\Zulu"
  "%ProgramFiles%\Amazon Corretto"
  "%ProgramFiles%\BellSoft"
  "%ProgramFiles%\OpenJDK"
  "%LOCALAPPDATA%\Programs\Eclipse Adoptium"
  "%LOCALAPPDATA%\Programs\Microsoft"
  "%USERPROFILE%\.jdks"
  "%USERPROFILE%\.sdkman\candidates\java"
) do for /d %%D in ("%%~P\*") do call :suits "%%~fD"
if defined java goto start
>&2 echo setu: Setu needs a Java %needed% or newer and found none: install one, for instance from https://adoptium.net, or name its folder in JAVA_HOME.
exit /b 1

:start
rem An archive of classes that are ready to run makes a start a third shorter. The package brings one;
rem where another Java than its own can't use it, the window's run writes it anew. Commands read it only.
set "archive="
set "packed=%setu%\lib\start.jsa"
if not defined LOCALAPPDATA goto run
set "cache=%LOCALAPPDATA%\Setu\cache"
if not "%~1"=="" if /i not "%~1"=="open" goto read
if not exist "%cache%" mkdir "%cache%" 2>nul
if not exist "%cache%" goto read
if exist "%packed%" xcopy "%packed%" "%cache%\" /D /Y /Q >nul 2>nul
set archive=-XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=%cache%\start.jsa"
goto run
:read
if exist "%packed%" set archive="-XX:SharedArchiveFile=%packed%"
if exist "%cache%\start.jsa" set archive="-XX:SharedArchiveFile=%cache%\start.jsa"
:run
"%java%\bin\java.exe" "@%setu%\lib\setu.options" %archive% %SETU_JAVA_OPTIONS% "-Dsetu.home=%setu%" -jar "%setu%\lib\setu.jar" %*
exit /b %ERRORLEVEL%

rem Sets java to the folder %1 when none was found before and it holds a Java that is new enough.
:suits
if defined java exit /b 0
if not exist "%~1\bin\java.exe" exit /b 0
if not exist "%~1\release" exit /b 0
set "version="
for /f "tokens=2 delims==.-+" %%V in ('findstr /b /c:"JAVA_VERSION=" "%~1\release"') do set version=%%V
if not defined version exit /b 0
set "version=%version:"=%"
if %version% LSS %needed% exit /b 0
findstr /b /c:"MODULES=" "%~1\release" >nul && (findstr /c:"jdk.incubator.vector" "%~1\release" >nul || exit /b 0)
for %%I in ("%~1") do set "java=%%~fI"
exit /b 0
