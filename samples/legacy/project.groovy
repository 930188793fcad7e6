// As it was done before engines had networks and named volumes: links by the default bridge, and a container that holds a
// volume for others.

project 'legacy'

def tools = rootfs('tools') { busybox() }
helperImage tools

def data = volume 'data', at: '/srv/data', holder: true

def db = service('db') {
    image tools
    command 'sh', '-c', 'echo ready > /srv/data/state && exec httpd -f -p 5432 -h /srv/data'
    networkMode 'bridge'
    attach data                                 // held by a container called legacy.data
    user 2000
    permissions 'u=rwX,g=rX,o='
    healthy 'wget -q -O /dev/null http://127.0.0.1:5432/state', every: 1.seconds
    stopSignal 'SIGKILL'
}

service('web') {
    image tools
    command 'httpd -f -p 80 -h /'
    networkMode 'bridge'
    link db, as: 'sql', legacy: true            // known by this name without a network; made anew when db is
    use data, readOnly: true
    healthy 'grep -q sql /etc/hosts && test -s /srv/data/state', every: 1.seconds
    stopSignal 'SIGKILL'
}
