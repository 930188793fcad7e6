#!/bin/sh
# Answers every request on a Unix socket with the greeting of this instance, and counts the requests in its data folder.
set -eu
instance=$(hostname)
log=/var/lib/app/log/$instance.log

# Answers one request, which comes in on standard input.
answer() {
    read -r request
    echo "$request" >>"$log"
    echo "$request" >>/var/lib/app/data/requests
    body="$(cat /var/lib/app/config/greeting) (request $(wc -l </var/lib/app/data/requests))"
    printf 'HTTP/1.0 200 OK\r\nContent-Type: text/plain\r\nContent-Length: %d\r\n\r\n%s\n' $((${#body} + 1)) "$body"
}

if [ "${1:-}" = answer ]; then
    answer
    exit
fi
socket=/var/lib/app/socket/$instance.sock
rm -f "$socket"
echo "listening on $socket" >>"$log"
exec socat "UNIX-LISTEN:$socket,fork,mode=660" "EXEC:$0 answer"
