# shellcheck shell=bash
# The environment of the container for the shells of people who log in.

# Writes what the container was given, not what scripts have made of it since, so that every shell can read it in.
write_environment() {
    local file=/etc/dockerops/environment
    rm -f "$file.new"
    install -m 0640 -o root -g dockerops /dev/null "$file.new"
    LC_ALL=C sed -z -E -n "
        /^(HOME|PWD|OLDPWD|SHLVL|TERM|USER|LOGNAME|SHELL|MAIL|_|UID|EUID|PPID|GROUPS|BASHOPTS|SHELLOPTS|BASH_VERSINFO)=/d
        /^[A-Za-z_][A-Za-z0-9_]*=/ {
            s/'/'\\\\''/g
            s/^([^=]*)=(.*)\$/export \1='\2'/
            p
        }" "/proc/$$/environ" | tr '\0' '\n' >"$file.new"
    mv "$file.new" "$file"
}
