project 'shop'

service('app') {
    image 'app'
    option 'hostConfig.ShmSize', 64.mb
    option 'HostConfig..ShmSize', 64.mb
    option 'HostConfig.CpuPercent', 0.5
    option 'HostConfig.Sysctls', [:]
    option 'HostConfig.Init', null
    options HostConfig: [Ulimits: [[Soft: 1024]]], 'Labels.[io.dockerops.x]': 'y'
}
