project 'shop'
service 'web', image: 'nginx'
group 'none'
group 'odd', 5
