project 'shop'
library 'libs/newer'
library 'libs/silent'
