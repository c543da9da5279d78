/* The boot in C: what is up goes down again at the label to which a failure jumps. */
#include <stdint.h>

struct failure {
    uint8_t node;
    uint8_t cause; /* 0: none */
};

/* Drivers: 0 or why it failed. */
uint8_t clocks_init(void), gpio_init(void), vlcd_init(void), v3v3_init(void), uart_init(void), i2c0_init(void);
uint8_t spi0_init(void), imu_init(void), eeprom_init(void), lcd_init(void), touch_init(void);
void clocks_deinit(void), gpio_deinit(void), vlcd_deinit(void), v3v3_deinit(void), uart_deinit(void);
void i2c0_deinit(void), spi0_deinit(void), imu_deinit(void), eeprom_deinit(void), lcd_deinit(void);
void delay_us(uint32_t us);

enum node { CLOCKS, GPIO, VLCD, V3V3, UART, I2C0, SPI0, IMU, EEPROM, LCD, TOUCH };

#define TRY(number, init, label)   \
    do {                           \
        failure.cause = init();    \
        if (failure.cause) {       \
            failure.node = number; \
            goto label;            \
        }                          \
    } while (0)

struct failure init_all(void)
{
    struct failure failure;

    TRY(CLOCKS, clocks_init, none);
    TRY(GPIO, gpio_init, clocks);
    TRY(VLCD, vlcd_init, gpio);
    TRY(V3V3, v3v3_init, vlcd);
    TRY(UART, uart_init, v3v3);
    TRY(I2C0, i2c0_init, uart);
    TRY(SPI0, spi0_init, i2c0);
    delay_us(5000); /* v3v3 */
    TRY(IMU, imu_init, spi0);
    TRY(EEPROM, eeprom_init, imu);
    delay_us(5000); /* vlcd, which has had as much */
    TRY(LCD, lcd_init, eeprom);
    TRY(TOUCH, touch_init, lcd);
    return failure;

lcd:
    lcd_deinit();
eeprom:
    eeprom_deinit();
imu:
    imu_deinit();
spi0:
    spi0_deinit();
i2c0:
    i2c0_deinit();
uart:
    uart_deinit();
v3v3:
    v3v3_deinit();
vlcd:
    vlcd_deinit();
gpio:
    gpio_deinit();
clocks:
    clocks_deinit();
none:
    return failure;
}
