// A web page that is made of what two instances of an application answer.

project 'hello'

def port = parameter('port', 8080, 'The port of this machine at which the page is found.')
def names = ['one', 'two']                  // one instance of the application for each

// The image needs no registry: it is the distribution's BusyBox with the files in image/ over it.
def hello = rootfs('hello') {
    busybox()
    add 'image', to: '/'
}

// Where the application counts its visits. A named volume outlives the containers.
def visits = volume 'visits', at: '/var/lib/visits'

def app = service('app') {
    image hello
    command 'httpd -f -p 80 -h /srv/app'
    env GREETING: 'Hello'
    mount visits
    healthy 'wget -q -O /dev/null http://127.0.0.1/up', every: 1.seconds
    stopSignal 'SIGKILL'                    // this server has nothing to finish
    instances names
}

service('web') {
    image hello
    command 'httpd -f -p 80 -h /srv/web'
    link app                                // starts when the instances are healthy, and finds them as app-one, app-two
    env INSTANCES: names.join(' ')
    publish 80: port
    healthy 'wget -q -O /dev/null http://127.0.0.1/style.css', every: 1.seconds
    stopSignal 'SIGKILL'
}
