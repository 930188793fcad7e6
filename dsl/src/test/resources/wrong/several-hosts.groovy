project 'shop'

def edge = host 'edge', at: 'unix:///run/edge.sock'
service('app') {
    image 'app'
    on edge, 'lcoal'
    on 'edge'
    instance 'one'
    instance('one-edge') { on edge }
}
service('db') {
    image 'db'
    on edge
}
service('web') {
    image 'web'
    on edge, 'local'
    link 'db'
    link 'app.two'
}
