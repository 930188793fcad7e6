// Two services that begin with what abstract ones say.

project 'inheritance'

def tools = rootfs('tools') { busybox() }

service('logged', abstract: true) {
    logDriver 'json-file', 'max-size': '1m'
    labels team: 'web', tier: 'back'
    env LEVEL: 'info', COLOUR: 'grey'
}

service('page', abstract: true) {
    inherits 'logged'                       // what `logged` says comes first …
    image tools
    command 'httpd -f -p 80 -h /'
    env COLOUR: 'blue'                      // … and what stands here goes over it
    healthy 'wget -q -O /dev/null http://127.0.0.1/etc/passwd', every: 1.seconds
    stopSignal 'SIGKILL'                    // this server has nothing to finish
    instance 'one'
}

service('shop') {
    inherits 'page'
    label 'tier', 'front'
    link 'basket'
}

service('basket') {
    inherits 'page'
    env LEVEL: 'debug'
    instance('two') { env COLOUR: 'green' } // beside the instance that it inherits
}
