/*
 * veriFlow: the hosted capture page inside yours.
 *
 *   const flow = VeriFlow.open({ url, container: "#here", onCompleted: ({ status }) => … });
 *   flow.close();
 *
 * `url` is the link that POST /v1/sessions answered; your origin must be in the tenant's list of frame ancestors.
 * Without `container` the page opens over yours. Events: onReady, onStep, onCompleted, onProblem, onClose.
 * What an event says is a hint for your page; ask your own server, or wait for the webhook, before you act on it.
 */
(() => {
  const NAMES = { ready: "onReady", step: "onStep", completed: "onCompleted", problem: "onProblem", close: "onClose" };

  function open(options) {
    const target = new URL(options.url);
    const frame = document.createElement("iframe");
    frame.src = target.href;
    frame.title = options.title || "Identity verification";
    frame.allow = `camera ${target.origin}`;
    frame.referrerPolicy = "no-referrer";
    frame.style.cssText = "border:0;width:100%;height:100%;display:block;color-scheme:normal";
    const holder = options.container ? inPlace(options.container, frame) : overPage(frame, close, options);

    function onMessage(event) {
      if (event.source !== frame.contentWindow || event.origin !== target.origin) return;
      if (!event.data || event.data.source !== "veriflow") return;
      const handler = options[NAMES[event.data.type]];
      if (handler) handler(event.data);
      if (event.data.type === "close") close();
    }
    function close() {
      window.removeEventListener("message", onMessage);
      holder.remove();
    }
    window.addEventListener("message", onMessage);
    return { close, frame };
  }

  function inPlace(container, frame) {
    const host = typeof container === "string" ? document.querySelector(container) : container;
    if (!host) throw new Error(`VeriFlow: nothing matches ${container}`);
    frame.style.minHeight = "44rem";
    host.append(frame);
    return frame;
  }

  function overPage(frame, close, options) {
    const dialog = document.createElement("dialog");
    dialog.setAttribute("aria-label", frame.title);
    dialog.style.cssText =
      "border:0;padding:0;margin:auto;width:min(30rem,100vw);height:min(48rem,100dvh);max-width:100vw;max-height:100dvh;border-radius:16px;overflow:hidden";
    dialog.addEventListener("cancel", () => {
      if (options.onClose) options.onClose({ type: "close" });
      close();
    });
    dialog.append(frame);
    document.body.append(dialog);
    dialog.showModal();
    return dialog;
  }

  window.VeriFlow = { open };
})();
