project 'shop'

instanceType 'staging', publishPort: true
instanceType('quiet') {
    linked false
    linked true
    command 'sh'
}
instanceType 'quiet', persistentLog: true

service('web') {
    image 'nginx'
    type 'mastr'
    instance 'one', type: 'stagin'
    instance('two') {
        type 'debug'
        type 'master'
        safemode 'yes'
    }
}
