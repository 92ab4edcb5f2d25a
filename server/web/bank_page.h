// BankPage: the page of the test bank, where a payer says how the payment shall end.
#pragma once

#include "server/http/router.h"
#include "server/payment/test_bank.h"

namespace parterre::web {

class BankPage
{
public:
    explicit BankPage(TestBank& bank) : m_bank(bank) {}
    void addTo(http::Router& router);

private:
    void show(const http::Request& request, const http::Responder& responder);
    void choose(const http::Request& request, const http::Responder& responder);

    TestBank& m_bank;
};

} // namespace parterre::web
