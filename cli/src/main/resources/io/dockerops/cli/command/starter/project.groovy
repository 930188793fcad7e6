// A starter project. What it declares is brought up by `dockerops run`, shown beforehand by `dockerops plan`, and taken
// away by `dockerops clean`. After a change, `dockerops run` does what has changed and nothing else.

project '@NAME@'

// What may differ from one run to the next: `dockerops run -P port=9090`.
def port = parameter('port', 8080, 'where the page is found on this machine')

// An image made on the spot, of a static BusyBox and the folder www, so that this needs no registry. Usually a service has
//     image 'nginx:1.27'      an image of a registry, or
//     build 'services/web'    one that is built from a folder with a Dockerfile.
def site = rootfs('site') {
    busybox()
    add 'www', to: '/www'
}

// A volume keeps its data when the containers are replaced.
def notes = volume 'notes', at: '/notes'

def web = service('web') {
    image site
    command 'httpd', '-f', '-p', '8080', '-h', '/www'
    publish "$port:8080"
    // What depends on this service waits until its check passes.
    healthy 'wget -q -O /dev/null http://localhost:8080/', every: 2.seconds, within: 30.seconds
    // This server has nothing to finish. Without this word it is asked to end, and has ten seconds for that.
    stopSignal 'SIGKILL'
}

// A second service, which reaches the first one by its name. `dockerops logs -f visitor` shows what it reads.
service('visitor') {
    image site
    link web
    mount notes
    command 'sh', '-c', 'while sleep 5; do wget -q -O - http://web:8080/ | tee -a /notes/visits; done'
    stopSignal 'SIGKILL'
    // Two of them: visitor.one and visitor.two.
    instances 'one', 'two'
}
