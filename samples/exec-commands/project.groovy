// Commands that are run in a container: when it is new, at every start, and for as long as it runs.

project 'exec-commands'

def tools = rootfs('tools') { busybox() }

service('app') {
    image tools
    share '/srv/state'
    command 'httpd -f -p 80 -h /srv/state'
    stopSignal 'SIGKILL'
    exec 'sh', '-c', 'echo made >> /srv/state/history', once: true      // when the container is new
    exec 'sh', '-c', 'echo started >> /srv/state/history'               // whenever it has started
    exec 'tail -F /srv/state/history', background: true, user: 65534    // looked for among its processes, started when gone
}
