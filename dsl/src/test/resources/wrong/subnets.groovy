project 'shop'

network 'one', subnet: '10.7.0.0'
network 'two', subnet: ['10.8.0.5/16', '10.300.0.0/16', '10.9.0.0/40']
network('three') {
    subnet '10.10.0.0/16', gateway: '10.11.0.1'
    subnet '10.12.0.0/16', range: '10.13.0.0/24'
}
network 'four', subnet: '10.20.0.0/16'
network 'five', subnet: '10.20.30.0/24'
