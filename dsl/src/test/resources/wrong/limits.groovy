project 'shop'

service('app') {
    image 'app'
    limits {
        memory 4.mb
        reservation 1.kb
        cpus 0
        cpuShares 1
        cpuset '0..2'
        pids 0
    }
}
service('web') { image 'nginx'; limits memory: 64.mb, swap: 32.mb, reservation: 128.mb }
service('db') {
    image 'postgres:17'
    limits { swap 1.gb }
    instance('one') { user 5 }
}
