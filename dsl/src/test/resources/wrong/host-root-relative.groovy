project 'shop'
hostRoot 'var/lib/shop'
service 'web', image: 'nginx'
