project 'shop'

dynamicDns 'nmaes', zone: 'shop_internal', timeToLive: 0.seconds

service('names') {
    image 'names'
    register 'apend'
}
service('web') {
    image 'nginx'
    networkMode 'host'
    register append
}
service('job') {
    image 'job'
    oneShot()
    register()
    register replace
}
