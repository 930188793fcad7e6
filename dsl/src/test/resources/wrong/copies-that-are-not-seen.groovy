project 'shop'

service('web') {
    image 'nginx'
    tmpfs '/run'
    copy 'copies-that-are-not-seen.groovy', to: '/run/app.ini'
    copy 'copies-that-are-not-seen.groovy', to: '/running'
    instance('one') {
        copy sshKey(), to: '/run'
    }
}
service('db') {
    image 'postgres'
    readOnlyRoot()
    copy dnsKey(), to: '/etc/dns.key'
}
