# shellcheck shell=bash
# What the scripts around the DNS service share: settings and addresses. Needs words.sh.

readonly dns_key=/etc/dockerops/dns.key
zone=${DNS_ZONE:-local.zone}

check_zone() {
    is_zone "$zone" || fail "DNS_ZONE is '$zone': it must be a domain name such as local.zone, without a dot at its end"
}

check_service_ip() {
    [ -z "${SERVICE_IP:-}" ] || is_ipv4 "$SERVICE_IP" || fail "SERVICE_IP is '$SERVICE_IP': it must be an IPv4 address"
}

# The address at which this container is found: the one that was given, or the one that the DNS service sees.
own_address() {
    if [ -n "${SERVICE_IP:-}" ]; then
        printf '%s\n' "$SERVICE_IP"
    else
        # Where the service runs here, the way to another machine counts; the address stands for any.
        address_towards "$DNS_SERVICE_IP" | grep -v '^127\.' || address_towards 192.0.2.1 || first_address
    fi
}

address_towards() {
    ip -4 -o route get "$1" 2>/dev/null | sed -n 's/.* src \([0-9.]*\).*/\1/p' | grep .
}

first_address() {
    ip -4 -o address show scope global | awk '{ sub("/.*", "", $4); print $4; exit }' | grep .
}

# Ends the start unless the key is one that the DNS service takes.
check_dns_key() {
    [ -f "$dns_key" ] || fail "there is no $dns_key: copy the key of the DNS service there before the start, or ${1}"
    grep -Eq '^[[:space:]]*algorithm[[:space:]]+"?hmac-sha256"?[[:space:]]*;' "$dns_key" && [ -n "$(dns_key_name)" ] \
        || fail "$dns_key must hold a key as tsig-keygen writes it, with algorithm hmac-sha256"
}

dns_key_name() {
    sed -n 's/^[[:space:]]*key[[:space:]]*"\{0,1\}\([A-Za-z0-9._-]*\).*/\1/p' "$dns_key" | head -n 1
}
