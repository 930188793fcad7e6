project 'shop'

service('app') {
    image 'app'
    healthy {
        every 0.seconds
        timeout 500.ms
        retries 0
        startPeriod(-1.seconds)
        within 0.ms
    }
}
service('web') { image 'nginx'; healthy ' ', every: 0.1.ms }
