project 'shop'

hostRoot '/srv'
volume('data') {
    at '/data'
    host one: 'data/one', tow: 'data/two'
}
service('app') {
    image 'app'
    mount 'data'
    instances 'one', 'two'
}
service('web') { image 'nginx'; mount 'data' }
