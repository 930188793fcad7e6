project 'shop'

service('migrate') {
    image 'app'
    oneShot()
    restart always
    instances 'one', 'two'
}
service('clean') {
    image 'app'
    oneShot()
    instance('daily') { restart unlessStopped }
}
