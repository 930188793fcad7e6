project 'shop'

service('web') {
    image 'nginx'
    publish 0, 70000, 'http', 80.5
    publish '80-70', '9000-9002:80-81', '80/icmp', '80/upd'
    publish '1.2.3:80:80', '1:2:3:4'
    publish 80, to: 99999
    publish 80, on: 'eth0', protocol: 'tpc'
    publish 80: 'x', 443: 8443
    publish to: 80
    expose '8080:80', 65536
}
