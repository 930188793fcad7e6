// Services that are monitored, by a library of the project's own.

project 'watched'
library 'libs/monitoring'

def box = rootfs 'box', busybox: true

def web = service('web') {
    image box
    command 'sleep', '86400'
    stopSignal 'SIGKILL'
    monitored port: 8080                       // a word of the library
    instance 'one'
    instance('two') {
        monitored port: 8081, path: '/state'
    }
}

def metrics = collector('metrics') {           // a block of the library
    retention 720.hours
}

service('report') {
    image box
    command 'echo', "metrics are kept for ${Durations.text(720.hours)}"    // a function of the library
    oneShot()
    link metrics
}
