project 'shop'

def base = service('base', abstract: true) {
    image 'nginx'
}
service('web') {
    inherits 'bsae'
}
service 'app', inherits: ['base', 'nope']
service('twice') {
    inherits base
    inherits 'base'
}
service('number') {
    inherits 3
}
service 'unused', abstract: true
