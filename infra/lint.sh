#!/usr/bin/env bash
# Builds and lints every Bicep file offline; any warning fails.
set -euo pipefail
cd "$(dirname "$0")"
version=0.49.2
dotnet restore bicep.csproj --verbosity quiet
packages=$(dotnet nuget locals global-packages --list | sed 's/^[^:]*: *//')
bicep="${packages%/}/azure.bicep.commandline.linux-x64/$version/tools/bicep"
[ -f "$bicep" ] || { echo "bicep $version was not restored to $bicep; check the package source in NuGet.config" >&2; exit 1; }
[ -x "$bicep" ] || chmod +x "$bicep"

files=0
faults=0
check() {
  # The compiler writes warnings to standard error and still exits with 0.
  if ! said=$("$bicep" "$@" 2>&1 >/dev/null) || grep -qE '(Warning|Error|Info) ' <<<"$said"; then
    echo "$said" >&2
    faults=$((faults + 1))
  fi
}
check build --stdout main.bicep
for file in main.bicep app/*.bicep; do
  files=$((files + 1))
  check lint "$file"
done
[ "$faults" -eq 0 ] || { echo "Bicep $version: $faults faults in $files files" >&2; exit 1; }
echo "Bicep $version: $files files built and linted, 0 warnings"
