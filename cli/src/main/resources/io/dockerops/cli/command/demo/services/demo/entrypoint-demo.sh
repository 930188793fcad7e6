#!/bin/sh
# Writes the page of this instance. All variables of the container are here.
set -eu

install -d -o dockerops -g dockerops /data/www
cat >/data/www/index.html <<PAGE
${GREETING:-Hello} from $SERVICE-$INSTANCE, of type $INSTANCE_TYPE, on $HOST_HOSTNAME.
PAGE
