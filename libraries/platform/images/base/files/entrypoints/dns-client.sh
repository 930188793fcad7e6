#!/bin/bash
# Lets names be resolved by the DNS service, and says whether dns-client is to register this container there.

set -euo pipefail
# shellcheck source=../usr/local/lib/dockerops/words.sh
. /usr/local/lib/dockerops/words.sh
# shellcheck source=../usr/local/lib/dockerops/dns.sh
. /usr/local/lib/dockerops/dns.sh

# Puts the DNS service before the servers that are there, of which the C library asks three, and the zone before the domains.
with_dns_service() {
    awk -v zone="$zone" -v server="$1" '
        $1 == "nameserver" { if ($2 != server) servers[++known] = $2; next }
        $1 == "search" || $1 == "domain" {
            for (i = 2; i <= NF; i++) if ($i != zone && $i != ".") domains = domains " " $i
            next
        }
        { rest = rest $0 "\n" }
        / timeout:/ { patience = 1 }
        END {
            print "search " zone domains
            if (server != "") print "nameserver " server
            for (i = 1; i <= known && i <= (server != "" ? 2 : 3); i++) print "nameserver " servers[i]
            printf "%s", rest
            if (server != "" && !patience) print "options timeout:1"
        }' /etc/resolv.conf
}

if [ -z "${DNS_SERVICE_IP:-}" ]; then
    say 'DNS_SERVICE_IP is not set: nothing is registered, and names are resolved as the engine does it'
    exit 0
fi
is_ipv4 "$DNS_SERVICE_IP" || fail "DNS_SERVICE_IP is '$DNS_SERVICE_IP': it must be an IPv4 address"
check_zone
check_service_ip
policy=${DNS_UPDATE_POLICY:-APPEND}
case $policy in
    HIDE) ;;
    APPEND | REPLACE)
        [ -z "${SERVICE:-}" ] || is_label "$SERVICE" \
            || fail "SERVICE is '$SERVICE', which cannot be a host name: use letters, digits and hyphens inside, or set DNS_UPDATE_POLICY to HIDE"
        check_dns_key 'set DNS_UPDATE_POLICY to HIDE'
        touch /run/dockerops/dns-client
        ;;
    *) fail "DNS_UPDATE_POLICY is '$policy': it must be HIDE, APPEND or REPLACE" ;;
esac
case ${DNS_RESOLVER:-service} in
    service) resolver=$DNS_SERVICE_IP ;;
    engine) resolver= ;;
    *) fail "DNS_RESOLVER is '$DNS_RESOLVER': it must be service or engine" ;;
esac
# The engine mounts this file: it can be written, but not replaced.
text=$(with_dns_service "$resolver")
printf '%s\n' "$text" >/etc/resolv.conf
