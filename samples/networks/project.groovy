// A network with fixed addresses that only the gateway leaves.

project 'networks'

def tools = rootfs('tools') { busybox() }

def inside = network('inside') {
    internal()
    subnet '10.231.7.0/24', gateway: '10.231.7.1', range: '10.231.7.128/25'
}
def outside = network 'outside'

def db = service('db') {
    image tools
    command 'httpd -f -p 5432 -h /etc'
    network inside, ipv4: '10.231.7.5', aliases: ['sql', 'store']
    healthy 'wget -q -O /dev/null http://127.0.0.1:5432/passwd', every: 1.seconds
    stopSignal 'SIGKILL'
}

service('gateway') {
    image tools
    command 'httpd -f -p 80 -h /etc'
    network inside, links: [db: 'database']     // a name in this network alone; starts when db is healthy
    network outside, aliases: 'www'
    healthy 'wget -q -O /dev/null http://database:5432/passwd', every: 1.seconds
    stopSignal 'SIGKILL'
}

service('probe') {
    image tools
    command 'wget -q -O /dev/null http://127.0.0.1/passwd'
    networkMode 'gateway'                       // sees what the gateway sees
    oneShot()
}
