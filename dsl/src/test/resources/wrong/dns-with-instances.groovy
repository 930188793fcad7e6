project 'shop'

dynamicDns 'names'

service('names') {
    image 'names'
    instances 'one', 'two'
}
service('web') {
    image 'nginx'
    env SERVICE_IP: addressOf('eth0')
    networkMode 'host'
    register()
}
