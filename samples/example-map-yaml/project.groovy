// docker-map's example map, changed so that it runs without a registry.

map 'example_map.yaml'
hostRoot parameter('root', '/var/lib/site', 'The folder of the host that has config/ and data/.')
def http = parameter('http', 80, 'The port of the host for http.')
def https = parameter('https', 443, 'The port of the host for https.')

def base = rootfs('base') {
    bootstrap 'bookworm', packages: ['nginx-light', 'socat']
    add '../example-map/image/passwd', to: '/etc/passwd'
    add '../example-map/image/group', to: '/etc/group'
    add '../example-map/image/app.sh', to: '/usr/local/bin/app'
}
helperImage base

service('web_server') {
    image base
    command 'nginx', '-g', 'daemon off;'
    publish 80: http, 443: https
}

service('app_server') {
    image base
    command 'app'
}
