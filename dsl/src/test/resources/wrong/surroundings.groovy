project 'shop'

service('app') {
    image 'app'
    tmpfs 'run'
    tmpfs '/run', mode: 'rwx'
    domainName 'example_org'
    extraHost 'db', '10.0.0'
    dns 'nameserver'
    dnsSearch 'a b'
    logDriver 'json file'
    init()
    init false
    share '/tmp'
    tmpfs '/tmp'
}
