project 'shop'

service('app') {
    image 'app'
    stopSignal 'SIGTREM'
    stopTimeout 1500.ms
}
service('web') {
    image 'nginx'
    stopSignal 99
    stopTimeout(-5.seconds)
    startDelay(-1.second)
}
