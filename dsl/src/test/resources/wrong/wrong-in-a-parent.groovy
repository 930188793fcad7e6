project 'shop'

def base = service('base', abstract: true) {
    image 'nginx'
    link 'cahce'
    mount 'data:/data'
}
service('cache') {
    image 'redis'
    link base
}
service 'web', inherits: base
service 'app', inherits: base
group 'all', base
