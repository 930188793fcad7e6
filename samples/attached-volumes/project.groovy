// Volumes that belong to one service, with their owner and mode, and that others use: as volumes of the engine, and held by
// a container as it was done before engines had those.

project 'attached-volumes'

def tools = rootfs('tools') { busybox() }
helperImage tools                               // what sets owner and mode, before the first start

def socket  = volume 'socket', at: '/run/app'
def spool   = volume 'spool', at: '/var/spool/app', user: 3000, permissions: 'u=rwX,go=rX'
def archive = volume 'archive', at: '/srv/archive', holder: true

def app = service('app') {
    image tools
    command 'sh', '-c', 'echo hello > /run/app/greeting && echo kept > /srv/archive/paper && exec sleep 1d'
    stopSignal 'SIGKILL'
    attaches socket, spool, archive             // archive is held by a container called attached-volumes.archive
    user 2000                                   // owns what the volume says no owner of
    permissions 'u=rwX,g=rX,o='
}

service('reader') {
    image tools
    command 'sleep 1d'
    stopSignal 'SIGKILL'
    use socket, readOnly: true                  // so it comes after app
    use spool, at: '/spool'
    use archive
}
