project 'shop'

host('edge') {
    at 'unix:///run/edge.sock'
    address 'private', '10.0.0.5'
    address 'private', '10.0.0.6'
    address '1', '10.0.0.6'
    address 'public', '10.0.0'
}
service('web') {
    image 'web'
    on 'edge'
    publish 80, on: 'privat'
}
service('app') {
    image 'app'
    publish 80, on: 'private'
}
