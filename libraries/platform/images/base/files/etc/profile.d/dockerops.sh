# shellcheck shell=sh source=/dev/null
# The variables that the container was started with.
if [ -r /etc/dockerops/environment ]; then
    . /etc/dockerops/environment
fi
