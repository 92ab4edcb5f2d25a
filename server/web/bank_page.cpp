// A plain form. It says in every line that no money moves.
#include "server/web/bank_page.h"

#include "server/web/html.h"

namespace parterre::web {
namespace {

std::string button(const std::string& choice, const std::string& text, const std::string& look)
{
    return "<p><button class=\"" + look + "\" name=\"choice\" value=\"" + choice + "\">" + text + "</button></p>\n";
}

std::string stageText(TestBank::Stage stage)
{
    switch (stage) {
    case TestBank::Stage::Open:
        return {};
    case TestBank::Stage::Deciding:
        return "The bank is still deciding.";
    case TestBank::Stage::Captured:
        return "This payment was made.";
    case TestBank::Stage::Declined:
        return "This payment was declined. Nothing was taken.";
    case TestBank::Stage::Refunded:
        return "This payment was given back.";
    }
    return {};
}

std::string bankHtml(const TestBank::Payment& payment, const std::string& path)
{
    std::string html =
        "<h1>Test bank</h1>\n<p class=\"muted\">No money moves here. Say how the payment shall end.</p>\n"
        "<p class=\"total\">" +
        moneyText(payment.request.amount) + "</p>\n";
    if (payment.stage != TestBank::Stage::Open) {
        const bool taken = payment.stage != TestBank::Stage::Declined;
        return html + "<p>" + stageText(payment.stage) + "</p>\n<p><a class=\"button\" href=\"" +
               escape(taken ? payment.request.paidUrl : payment.request.declinedUrl) + "\">Back to the shop</a></p>";
    }
    return html + "<form method=\"post\" action=\"" + escape(path) + "\">\n" + button("pay", "Pay", "") +
           button("slow", "Pay, but let the bank take its time", "quiet") +
           button("decline", "Decline, or go back without paying", "quiet") + "</form>\n";
}

} // namespace

void BankPage::addTo(http::Router& router)
{
    using http::Method;
    router.add(Method::Get, "/pay/{payment}",
               [this](const http::Request& request, const http::Responder& responder) { show(request, responder); });
    router.add(Method::Post, "/pay/{payment}",
               [this](const http::Request& request, const http::Responder& responder) { choose(request, responder); });
}

void BankPage::show(const http::Request& request, const http::Responder& responder)
{
    const TestBank::Payment* payment = m_bank.find(request.param("payment"));
    if (!payment)
        return responder.send(problemPage({ErrorCode::NotFound, "payment"}, "/", "What is on"));
    responder.send(page(200, "Test bank", bankHtml(*payment, request.path)));
}

void BankPage::choose(const http::Request& request, const http::Responder& responder)
{
    const std::string_view name = request.param("payment");
    const auto form = http::parseForm({request.body.constData(), static_cast<std::size_t>(request.body.size())}, 10);
    if (!m_bank.find(name) || !form.ok() || form->size() != 1 || form->front().first != "choice")
        return responder.send(problemPage({ErrorCode::Malformed, "payment"}, "/", "What is on"));
    const std::string& choice = form->front().second;
    if (choice != "pay" && choice != "slow" && choice != "decline")
        return responder.send(problemPage({ErrorCode::Malformed, "choice"}, "/", "What is on"));
    const PayerChoice chosen = choice == "pay"    ? PayerChoice::Pay
                               : choice == "slow" ? PayerChoice::PaySlowly
                                                  : PayerChoice::Decline;
    responder.send(http::redirectResponse(QByteArray::fromStdString(m_bank.choose(name, chosen))));
}

} // namespace parterre::web
