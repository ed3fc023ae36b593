package shop;

import lombok.Value;

@Value
public class Receipt {
    String account;
    long amount;
}
