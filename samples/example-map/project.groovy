// A web server that talks to two instances of an application over Unix sockets.

project 'example_map'
repository 'registry.example.com'
hostRoot parameter('root', '/var/lib/site', 'The folder of the host that has config/ and data/.')
def http = parameter('http', 80, 'The port of the host for http.')
def https = parameter('https', 443, 'The port of the host for https.')

// Both images are made on the spot; with a registry at hand they would be `image 'nginx'` and `image 'app'`.
def base = rootfs('base') {
    bootstrap 'bookworm', packages: ['nginx-light', 'socat']
    add 'image/passwd', to: '/etc/passwd'          // has the application's user and group, 2000 …
    add 'image/group', to: '/etc/group'            // … in which the web server's user is too
    add 'image/app.sh', to: '/usr/local/bin/app'
}
helperImage base                                   // sets owner and mode of the attached volumes

// Where containers see their files …
def socket = volume 'app_server_socket', at: '/var/lib/app/socket'
def appLog = volume 'app_log', at: '/var/lib/app/log'
def webLog = volume 'web_log', at: '/var/log/nginx'

// … and which of them are folders of the host, below the host root.
def webConfig = volume 'web_config', at: '/etc/nginx', host: 'config/nginx'
def appConfig = volume('app_config') {
    at '/var/lib/app/config'
    host instance1: 'config/app1', instance2: 'config/app2'
}
def appData = volume('app_data') {
    at '/var/lib/app/data'
    host instance1: 'data/app1', instance2: 'data/app2'
}

service('web_server') {
    image base
    command 'nginx', '-g', 'daemon off;'
    mount webConfig, readOnly: true
    use socket
    attach webLog
    publish 80: http, 443: https
}

service('app_server') {
    image base
    command 'app'
    mount appConfig, readOnly: true
    mount appData
    attach appLog
    attach socket
    user 2000
    permissions 'u=rwX,g=rX,o='
    instances 'instance1', 'instance2'
}
